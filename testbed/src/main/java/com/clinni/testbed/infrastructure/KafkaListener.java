package com.clinni.testbed.infrastructure;

/**
 * An additional listener of a broker: clients that connect through it are told to stay with the
 * advertised port.
 *
 * @param name capital letters
 */
public record KafkaListener(String name, int port, int advertisedPort) {

    static KafkaListener parse(String text) {
        var parts = text.split(":");
        return new KafkaListener(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** As {@link KafkaMain} takes it. */
    public String argument() {
        return name + ":" + port + ":" + advertisedPort;
    }
}
