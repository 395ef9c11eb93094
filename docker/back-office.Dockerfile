# The back-office and the shop page. docker build -f docker/back-office.Dockerfile -t oneshelf-back-office .
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npx nx run-many -t build -p back-office

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=4200
COPY --from=build /app/apps/back-office/.next/standalone ./
USER node
EXPOSE 4200
CMD ["node", "apps/back-office/server.js"]
