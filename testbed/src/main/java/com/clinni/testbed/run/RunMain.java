package com.clinni.testbed.run;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** {@code make run}: the whole system until somebody stops it. */
public final class RunMain {

    private RunMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(RunArguments.parse(arguments));
        } catch (StartFailure | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(RunArguments arguments) throws InterruptedException {
        var root = Path.of("").toAbsolutePath();
        var options =
                SystemOptions.of(root, root.resolve(arguments.data()), arguments.ports())
                        .only(arguments.services());
        var system = LocalSystem.prepare(options);
        var stop = new Thread(() -> stop(system));
        Runtime.getRuntime().addShutdownHook(stop);
        system.say("starting on " + options.data() + "; logs are in " + system.logs());
        system.startUp();
        StatusPage.open(system);
        system.say("ready http://localhost:" + system.ports().page());
        system.say(StatusTable.of(system).text());
        arguments
                .leftOut()
                .forEach(
                        service ->
                                system.say(
                                        "%s is left out: make dev MODULE=%s DATA=%s runs it from its sources"
                                                .formatted(
                                                        service.module(),
                                                        service.module(),
                                                        arguments.data())));
        system.say(
                "Demo people sign in where a page asks for it; for curl: make token ROLE=soporte");
        system.say("Ctrl-C stops everything.");
        new CountDownLatch(1).await();
    }

    private static void stop(LocalSystem system) {
        system.say("stopping");
        system.close();
        system.say("stopped");
    }
}
