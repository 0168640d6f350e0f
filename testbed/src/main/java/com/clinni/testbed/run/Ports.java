package com.clinni.testbed.run;

import com.clinni.testbed.infrastructure.FreePorts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The ports of the local system: the usual ones, moved by the same distance. */
public record Ports(int base) {

    private static final int USUAL_BASE = 8080;
    private static final int LOWEST_BASE = 1080;
    private static final int HIGHEST_BASE = 64000;

    /** Far enough apart that no port of one system is a port of another. */
    private static final int BLOCK = 300;

    /** How far a service's management port is above its HTTP port. */
    private static final int MANAGEMENT = 100;

    private static final int FIRST_FREE_BASE = 12_000;
    private static final int FREE_BLOCKS = 62;

    public Ports {
        if (base < LOWEST_BASE || base > HIGHEST_BASE) {
            throw new StartFailure(
                    "PORT_BASE must be between %d and %d: choose another."
                            .formatted(LOWEST_BASE, HIGHEST_BASE));
        }
    }

    public static Ports usual() {
        return new Ports(USUAL_BASE);
    }

    /**
     * Ports that nobody uses, nor will another process that asks: a socket on one more port holds
     * them until this process ends.
     */
    public static Ports free() {
        while (true) {
            var block = ThreadLocalRandom.current().nextInt(FREE_BLOCKS);
            var ports = new Ports(FIRST_FREE_BASE + block * BLOCK);
            var wanted = IntStream.concat(ports.ofLinks(), ports.usedAlways());
            if (wanted.allMatch(FreePorts::isFree) && FreePorts.hold(ports.base + 60)) {
                return ports;
            }
        }
    }

    public int page() {
        return base;
    }

    public int of(Service service) {
        return base + 1 + service.ordinal();
    }

    /** Where a service tells of its health and its metrics. */
    public int managementOf(Service service) {
        return of(service) + MANAGEMENT;
    }

    public int control() {
        return base + 10;
    }

    public int whatsAppGateway() {
        return base + 11;
    }

    public int smsGateway() {
        return base + 12;
    }

    /** Of the identity provider. */
    public int identity() {
        return base + 13;
    }

    public int smtp() {
        return moved(8025);
    }

    public int kafka() {
        return moved(9092);
    }

    public int kafkaController() {
        return moved(9093);
    }

    public int postgres() {
        return moved(5433);
    }

    /** Of the proxy on a link, where links have proxies. */
    int proxy(Link link) {
        return base + 20 + link.ordinal();
    }

    /** The broker's door for one service, where links have proxies. */
    int kafkaFor(Service service) {
        return base + 40 + service.ordinal();
    }

    private IntStream ofLinks() {
        return IntStream.concat(
                Arrays.stream(Link.values()).mapToInt(this::proxy),
                Arrays.stream(Service.values()).mapToInt(this::kafkaFor));
    }

    private IntStream usedAlways() {
        return all().values().stream().mapToInt(Integer::intValue);
    }

    /** By what listens there. */
    Map<String, Integer> all() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("the status page", page());
        for (var service : Service.values()) {
            all.put(service.module(), of(service));
            all.put(service.module() + "'s management", managementOf(service));
        }
        all.put("the simulators' control", control());
        all.put("the WhatsApp gateway's simulator", whatsAppGateway());
        all.put("the SMS gateway's simulator", smsGateway());
        all.put("the identity provider", identity());
        all.put("SMTP", smtp());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafkaController());
        all.put("PostgreSQL", postgres());
        return all;
    }

    private int moved(int usual) {
        return usual + base - USUAL_BASE;
    }
}
