package com.clinni.testbed.infrastructure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate of this machine and its key, made by the JDK's keytool and vouched for by nobody
 * else.
 *
 * @param store both, as PKCS #12
 * @param certificate the certificate alone, as PEM: what clients are told to trust
 * @param key the key alone, as PEM
 */
record ServerCertificate(Path store, Path certificate, Path key) {

    /** Of the store. */
    static final String PASSWORD = "only-for-tests";

    private static final String ALIAS = "server";
    private static final int PEM_LINE = 64;

    static ServerCertificate make(Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = directory.resolve("server.p12");
        run(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "7",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD));
        var opened = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new ServerCertificate(
                store,
                write(
                        directory.resolve("server.crt"),
                        "CERTIFICATE",
                        opened.getCertificate(ALIAS).getEncoded()),
                write(
                        directory.resolve("server.key"),
                        "PRIVATE KEY",
                        opened.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
    }

    private static Path write(Path file, String kind, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(US_ASCII));
        return Files.writeString(
                file,
                "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                        .formatted(kind, lines.encodeToString(content)));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("No certificate could be made: " + said.strip());
        }
    }
}
