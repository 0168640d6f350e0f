package com.clinni.testbed.infrastructure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The account under which PostgreSQL's programs run: they refuse to run as root.
 *
 * @param prefix what stands before a command so that it runs as this account
 * @param owner the user who must own the files, unless that is whoever we are
 */
record OperatingSystemUser(List<String> prefix, @Nullable String owner) {

    private static final List<String> ORDINARY_USERS = List.of("nobody", "daemon");
    private static final int SECONDS_TO_TRY = 10;

    /**
     * An ordinary user as we are; for root a user namespace in which root is nobody in particular
     * but still owns its files; where that is forbidden, another user.
     */
    static OperatingSystemUser thatMayRunPostgres() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new OperatingSystemUser(List.of(), null);
        }
        var unshared = new OperatingSystemUser(List.of("unshare", "-U"), null);
        if (unshared.works()) {
            return unshared;
        }
        return ORDINARY_USERS.stream()
                .map(OperatingSystemUser::of)
                .filter(OperatingSystemUser::works)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "PostgreSQL does not run as root, and neither unshare nor"
                                                + " setpriv works here: start as an ordinary"
                                                + " user."));
    }

    static OperatingSystemUser of(String user) {
        return new OperatingSystemUser(
                List.of("setpriv", "--reuid=" + user, "--regid=daemon", "--clear-groups"), user);
    }

    /** The command, run as this account. */
    List<String> running(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /**
     * Where this account can keep files that belong to {@code wanted}: there, unless the account is
     * another user, whom a directory of root's may shut out.
     */
    Path reachable(Path wanted) {
        if (owner == null) {
            return wanted;
        }
        var name = Integer.toHexString(wanted.toAbsolutePath().normalize().toString().hashCode());
        return Path.of("/var/tmp", "clinni-" + owner + "-" + name);
    }

    private boolean works() {
        try {
            var process =
                    new ProcessBuilder(running(List.of("true"))).redirectErrorStream(true).start();
            return process.waitFor(SECONDS_TO_TRY, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
