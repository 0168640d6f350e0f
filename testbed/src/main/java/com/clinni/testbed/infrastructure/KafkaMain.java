package com.clinni.testbed.infrastructure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Kafka as a process of its own: {@code KafkaMain directory port controllerPort [with-parent |
 * listener...]}. With the word it ends when its standard input does, that is, with the process that
 * started it. A listener is {@code NAME:port:advertisedPort}.
 */
public final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        var withParent = arguments.length > 3 && arguments[3].equals("with-parent");
        var node =
                new KafkaNode(
                        Path.of(arguments[0]),
                        "127.0.0.1",
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        withParent ? List.of() : listeners(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close));
        if (withParent) {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
            System.exit(0);
        }
        node.await();
    }

    private static List<KafkaListener> listeners(String[] arguments) {
        return Arrays.stream(arguments).skip(3).map(KafkaListener::parse).toList();
    }
}
