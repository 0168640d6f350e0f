package com.clinni.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;

/** The local identity provider as a process: its data directory and its port are the arguments. */
public final class IdentityMain {

    private IdentityMain() {}

    /** A third argument names the address to listen on; without it only this machine is heard. */
    public static void main(String[] arguments) throws IOException {
        var address =
                arguments.length > 2
                        ? InetAddress.getByName(arguments[2])
                        : InetAddress.getLoopbackAddress();
        var server =
                IdentityServer.start(
                        Path.of(arguments[0]), address, Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
}
