package com.clinni.testbed.infrastructure;

import java.nio.file.Path;

/**
 * Kafka as a process of its own: {@code KafkaMain directory port controllerPort [with-parent]}.
 * With the last word it ends when its standard input does, that is, with the process that started
 * it.
 */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        var node =
                new KafkaNode(
                        Path.of(arguments[0]),
                        "127.0.0.1",
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close));
        if (arguments.length > 3) {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
            System.exit(0);
        }
        node.await();
    }
}
