# The worker. Build from the repository's root: docker build -f docker/worker.Dockerfile -t oneshelf-worker .
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npx nx run-many -t build -p worker && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/prisma prisma
COPY --from=build /app/tools/prisma tools/prisma
COPY --from=build /app/prisma.config.ts /app/package.json ./
USER node
CMD ["node", "--enable-source-maps", "dist/apps/worker/main.js"]
