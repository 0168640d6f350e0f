# One file for every image: docker build --target appointments-service .
# The build stage makes all of them at once from a clone; nothing has to be built beforehand.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY events events
COPY testbed testbed
COPY platform platform
COPY appointments-service appointments-service
COPY reminder-service reminder-service
COPY whatsapp-dispatcher whatsapp-dispatcher
COPY fallback-dispatcher fallback-dispatcher
COPY system-tests system-tests
COPY fault-harness fault-harness
RUN mvn -B -ntp -q package -DskipTests \
    -pl events,testbed,platform,appointments-service,reminder-service,whatsapp-dispatcher,fallback-dispatcher

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --uid 10001 --no-create-home clinni
WORKDIR /app
USER 10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]

FROM runtime AS appointments-service
COPY --from=build /src/appointments-service/target/quarkus-app/ ./

FROM runtime AS reminder-service
COPY --from=build /src/reminder-service/target/quarkus-app/ ./

FROM runtime AS whatsapp-dispatcher
COPY --from=build /src/whatsapp-dispatcher/target/quarkus-app/ ./

FROM runtime AS fallback-dispatcher
COPY --from=build /src/fallback-dispatcher/target/quarkus-app/ ./

# What the local system needs beside them: the simulators, and whoever declares the topics.
FROM runtime AS testbed
USER root
RUN mkdir /data && chown 10001 /data
USER 10001
COPY --from=build /src/testbed/target/lib/ lib/
COPY --from=build /src/testbed/target/testbed-0.1.0.jar lib/
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-cp", "lib/*"]
CMD ["com.clinni.testbed.simulator.SimulatorsMain"]
