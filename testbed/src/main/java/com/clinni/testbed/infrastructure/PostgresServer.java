package com.clinni.testbed.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server on a directory that is kept between starts. It is ready to be run as a
 * child process in the foreground by {@link #command()}; SIGINT stops it fast and cleanly.
 *
 * @param bin where its programs are
 * @param data its data directory, made by initdb at the first start
 * @param password of its superuser {@code postgres}
 */
public record PostgresServer(
        OperatingSystemUser account, Path bin, Path data, int port, String password) {

    private static final String VERSION = "17.7.0";

    /**
     * Keeps patients' data out of its log, wherever the server runs: details quote the row, and a
     * statement that failed is written down with its values.
     */
    public static final List<String> TERSE =
            List.of(
                    "log_error_verbosity=terse",
                    "log_min_error_statement=panic",
                    "log_parameter_max_length=0",
                    "log_parameter_max_length_on_error=0");

    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=200",
                    "shared_buffers=64MB",
                    "fsync=on",
                    "timezone=UTC",
                    "log_timezone=UTC");

    private static final String CERTIFICATE = "server.crt";
    private static final String KEY = "server.key";

    /** Unpacks and initialises what is not there yet. Nothing runs afterwards. */
    public static PostgresServer prepare(Path binaries, Path data, int port, String password)
            throws IOException, InterruptedException {
        return prepare(OperatingSystemUser.thatMayRunPostgres(), binaries, data, port, password);
    }

    static PostgresServer prepare(
            OperatingSystemUser account, Path binaries, Path data, int port, String password)
            throws IOException, InterruptedException {
        var programs = account.reachable(binaries);
        var bin = PostgresBinaries.unpackTo(programs.resolve("postgres-" + VERSION));
        if (account.owner() != null) {
            Directories.openToAll(programs);
        }
        var server =
                new PostgresServer(
                        account, bin, account.reachable(data.toAbsolutePath()), port, password);
        server.initialiseOnce();
        return server;
    }

    /** What a child process must run. */
    public List<String> command() {
        var command = new ArrayList<>(List.of(bin.resolve("postgres").toString()));
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        Stream.concat(SETTINGS.stream(), TERSE.stream())
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        if (Files.exists(data.resolve(CERTIFICATE))) {
            command.addAll(List.of("-c", "ssl=on"));
        }
        return account.running(command);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** From its next start it takes TLS too, with this certificate and key. */
    void use(ServerCertificate certificate) throws IOException {
        give(Files.copy(certificate.certificate(), data.resolve(CERTIFICATE)));
        var key = Files.copy(certificate.key(), data.resolve(KEY));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        give(key);
    }

    /** The databases of this server, once it runs. */
    public PostgresDatabases databases() {
        return new PostgresDatabases(jdbcUrl("postgres"), "postgres", password);
    }

    /** The directory gets its name when it is whole: a start cut short begins anew. */
    private void initialiseOnce() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        var unfinished = data.resolveSibling(data.getFileName() + ".new");
        Directories.delete(unfinished);
        Files.createDirectories(data.getParent());
        Files.createDirectory(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var secret = Files.createTempFile("clinni-", ".secret");
        try {
            Files.writeString(secret, password);
            give(unfinished);
            give(secret);
            run(initdb(unfinished, secret));
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.delete(secret);
        }
    }

    private List<String> initdb(Path directory, Path secret) {
        return account.running(
                Stream.of(
                                bin.resolve("initdb"),
                                "--pgdata=" + directory,
                                "--username=postgres",
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--no-locale")
                        .map(Object::toString)
                        .toList());
    }

    private void give(Path path) throws IOException {
        if (account.owner() != null) {
            var users = path.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(path, users.lookupPrincipalByName(account.owner()));
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("PostgreSQL could not be initialised: " + said.strip());
        }
    }
}
