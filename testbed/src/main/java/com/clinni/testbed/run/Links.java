package com.clinni.testbed.run;

import static com.clinni.testbed.run.Link.FALLBACK_TO_SMS;
import static com.clinni.testbed.run.Link.FALLBACK_TO_SMTP;
import static com.clinni.testbed.run.Link.GATEWAY_TO_WEBHOOK;
import static com.clinni.testbed.run.Link.WHATSAPP_TO_GATEWAY;

import com.clinni.testbed.agent.CrashPoint;
import com.clinni.testbed.fault.CommitCuts;
import com.clinni.testbed.fault.FaultProxy;
import com.clinni.testbed.fault.LinkFault;
import com.clinni.testbed.fault.Trigger;
import com.clinni.testbed.infrastructure.KafkaListener;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A proxy on every link of one local system, in this JVM. */
public final class Links implements AutoCloseable {

    private static final String SEND = "POST /api/sendText";

    private final Ports ports;
    private final CommitCuts commits;
    private final Map<CrashPoint, Trigger> triggers =
            Map.of(
                    CrashPoint.K12, new Trigger(),
                    CrashPoint.K13, new Trigger(),
                    CrashPoint.K22, new Trigger());
    private final Map<Link, FaultProxy> proxies = new EnumMap<>(Link.class);

    /** Everything passes at first; the seed decides on which side commits are cut. */
    public static Links open(Ports ports, long seed) {
        var links = new Links(ports, seed);
        try {
            for (var link : Link.values()) {
                links.proxies.put(link, links.proxy(link, ports.proxy(link)));
            }
            return links;
        } catch (RuntimeException e) {
            links.close();
            throw e;
        }
    }

    private Links(Ports ports, long seed) {
        this.ports = ports;
        this.commits = new CommitCuts(seed);
    }

    public FaultProxy on(Link link) {
        return Objects.requireNonNull(proxies.get(link), () -> "no proxy on " + link);
    }

    /** Cuts at COMMIT on the links to PostgreSQL. */
    public CommitCuts commits() {
        return commits;
    }

    public void healAll() {
        commits.stop();
        proxies.values().forEach(proxy -> proxy.fault(LinkFault.Plain.PASS));
    }

    @Override
    public void close() {
        proxies.values().forEach(FaultProxy::close);
    }

    /** Where crash points on links are armed. */
    Trigger trigger(CrashPoint point) {
        return Objects.requireNonNull(triggers.get(point), () -> point + " is on no link");
    }

    /** The broker's doors: who comes through a proxy must be told to stay with it. */
    List<KafkaListener> kafkaListeners() {
        return Arrays.stream(Service.values())
                .map(
                        service ->
                                new KafkaListener(
                                        service.name(),
                                        ports.kafkaFor(service),
                                        ports.proxy(Link.toKafka(service))))
                .toList();
    }

    /** What a service must be told so that it uses the proxies. */
    Map<String, String> environment(Service service) {
        var told = new HashMap<String, String>();
        told.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.proxy(Link.toKafka(service)));
        service.database()
                .ifPresent(
                        database ->
                                told.put(
                                        "QUARKUS_DATASOURCE_JDBC_URL",
                                        "jdbc:postgresql://127.0.0.1:%d/%s"
                                                .formatted(
                                                        ports.proxy(Link.toPostgres(service)),
                                                        database)));
        switch (service) {
            case APPOINTMENTS, REMINDERS -> {
                // they call nobody else
            }
            case WHATSAPP ->
                    told.put(
                            "WHATSAPP_LINES_DEFAULT_URL",
                            "http://127.0.0.1:" + ports.proxy(WHATSAPP_TO_GATEWAY));
            case FALLBACK -> {
                told.put("SMS_GATEWAY_URL", "http://127.0.0.1:" + ports.proxy(FALLBACK_TO_SMS));
                told.put(
                        "SMS_BALANCE_URL",
                        "http://127.0.0.1:" + ports.proxy(FALLBACK_TO_SMS) + "/balance");
                told.put("QUARKUS_MAILER_PORT", Integer.toString(ports.proxy(FALLBACK_TO_SMTP)));
            }
        }
        return told;
    }

    int webhookPort() {
        return ports.proxy(GATEWAY_TO_WEBHOOK);
    }

    private FaultProxy proxy(Link link, int port) {
        return switch (link) {
            case APPOINTMENTS_TO_KAFKA -> kafka(port, Service.APPOINTMENTS);
            case REMINDERS_TO_KAFKA -> kafka(port, Service.REMINDERS);
            case WHATSAPP_TO_KAFKA -> kafka(port, Service.WHATSAPP);
            case FALLBACK_TO_KAFKA -> kafka(port, Service.FALLBACK);
            case APPOINTMENTS_TO_POSTGRES,
                    REMINDERS_TO_POSTGRES,
                    WHATSAPP_TO_POSTGRES,
                    FALLBACK_TO_POSTGRES ->
                    new FaultProxy(port, ports.postgres(), commits::inspector);
            case WHATSAPP_TO_GATEWAY ->
                    new FaultProxy(
                            port,
                            ports.whatsAppGateway(),
                            Trigger.inRequests(
                                    SEND, trigger(CrashPoint.K12), trigger(CrashPoint.K13)));
            case GATEWAY_TO_WEBHOOK -> new FaultProxy(port, ports.of(Service.WHATSAPP));
            case FALLBACK_TO_SMS -> new FaultProxy(port, ports.smsGateway());
            case FALLBACK_TO_SMTP ->
                    new FaultProxy(port, ports.smtp(), Trigger.afterMails(trigger(CrashPoint.K22)));
        };
    }

    private FaultProxy kafka(int port, Service service) {
        return new FaultProxy(port, ports.kafkaFor(service));
    }
}
