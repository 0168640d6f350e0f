# One file for every image: docker build --target appointments-service .
# The build stage makes all of them at once from a clone; nothing has to be built beforehand.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
# Not built here, but the parent names them.
COPY server-tests/pom.xml server-tests/
COPY system-tests/pom.xml system-tests/
COPY fault-harness/pom.xml fault-harness/
COPY events events
COPY identity identity
COPY testbed testbed
COPY platform platform
COPY appointments-service appointments-service
COPY reminder-service reminder-service
COPY whatsapp-dispatcher whatsapp-dispatcher
COPY fallback-dispatcher fallback-dispatcher
RUN mvn -B -ntp -q package -DskipTests \
    -pl events,identity,testbed,platform,appointments-service,reminder-service,whatsapp-dispatcher,fallback-dispatcher

FROM eclipse-temurin:25-jre AS runtime
# The ids that the manifests run it with: files of the image and of volumes belong to the same group everywhere.
RUN groupadd --system --gid 10001 clinni \
    && useradd --system --uid 10001 --gid 10001 --no-create-home clinni
WORKDIR /app
USER 10001:10001

# What a container may take is more than the heap: classes, code, threads and buffers come to about 300 MiB in a service at work.
# All of it is bounded, so that a container that is too small ends with a sentence and not by the kernel.
FROM runtime AS service
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:MaxMetaspaceSize=160m", "-XX:ReservedCodeCacheSize=96m", \
    "-XX:MaxDirectMemorySize=64m", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]

FROM service AS appointments-service
COPY --from=build /src/appointments-service/target/quarkus-app/ ./

FROM service AS reminder-service
COPY --from=build /src/reminder-service/target/quarkus-app/ ./

FROM service AS whatsapp-dispatcher
COPY --from=build /src/whatsapp-dispatcher/target/quarkus-app/ ./

FROM service AS fallback-dispatcher
COPY --from=build /src/fallback-dispatcher/target/quarkus-app/ ./

# Declares the topics, then ends. Nothing that simulates is in it.
FROM runtime AS topics
COPY --from=build /src/events/target/lib/ lib/
COPY --from=build /src/events/target/events-0.1.0.jar lib/
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "lib/*", "com.clinni.events.kafka.TopicsMain"]

# What the local system has in place of WhatsApp, the SMS provider and mailboxes.
FROM runtime AS simulators
USER root
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
COPY --from=build /src/testbed/target/lib/ lib/
COPY --from=build /src/testbed/target/testbed-0.1.0.jar lib/
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-cp", "lib/*", "com.clinni.testbed.simulator.SimulatorsMain"]

# The local system's identity provider. Whoever reaches it may be anybody: production refuses its tokens.
FROM runtime AS identity
USER root
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
COPY --from=build /src/identity/target/lib/ lib/
COPY --from=build /src/identity/target/identity-0.1.0.jar lib/
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", \
    "-cp", "lib/*", "com.clinni.identity.IdentityMain"]
CMD ["/data", "8093", "0.0.0.0"]
