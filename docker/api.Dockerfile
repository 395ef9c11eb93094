# The API. Build from the repository's root: docker build -f docker/api.Dockerfile -t oneshelf-api .
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npx nx run-many -t build -p api,seed && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4100
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/prisma prisma
COPY --from=build /app/tools/prisma tools/prisma
COPY --from=build /app/prisma.config.ts /app/package.json /app/tsconfig.base.json ./
USER node
EXPOSE 4100
CMD ["node", "--enable-source-maps", "dist/apps/api/main.js"]
