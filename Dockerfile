FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src src
COPY processes processes
COPY forms forms
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -DskipTests package
RUN cp target/chancery-*.jar chancery.jar \
    && java -Djarmode=tools -jar chancery.jar extract --layers --destination layers

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 chancery \
    && useradd --system --uid 10001 --gid chancery --no-create-home --home-dir /app chancery
WORKDIR /app
# From what seldom changes to what always does: an update moves only the last layer.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# A number, so that a cluster can see that it is not root.
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "chancery.jar"]
