package com.clinni.testbed.run;

import com.clinni.testbed.agent.FaultAgent;
import com.clinni.testbed.infrastructure.ChildJvm;
import com.clinni.testbed.infrastructure.FreePorts;
import com.clinni.testbed.infrastructure.KafkaMain;
import com.clinni.testbed.infrastructure.PostgresServer;
import com.clinni.testbed.simulator.SimulatorsMain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The processes of the local system, each with its command and environment. */
record Processes(SystemOptions options, DataDirectory data, Secrets secrets) {

    ProcessSpec postgres(PostgresServer server) {
        return new ProcessSpec(
                "postgresql", server.command(), Map.of(), data.log("postgresql"), "INT");
    }

    ProcessSpec kafka() {
        var ports = options.ports();
        var arguments = new ArrayList<String>();
        arguments.add(data.kafka().toString());
        arguments.add(Integer.toString(ports.kafka()));
        arguments.add(Integer.toString(ports.kafkaController()));
        if (options.links() != null) {
            options.links().kafkaListeners().forEach(door -> arguments.add(door.argument()));
        }
        return new ProcessSpec(
                "kafka",
                ChildJvm.command(
                        KafkaMain.class, List.of("-Xmx384m"), arguments.toArray(String[]::new)),
                Map.of("CLASSPATH", ChildJvm.classPath()),
                data.log("kafka"));
    }

    ProcessSpec simulators() {
        var ports = options.ports();
        var environment = new HashMap<String, String>();
        environment.put("CLASSPATH", ChildJvm.classPath());
        environment.put("SIMULATORS_DATA", data.simulators().toString());
        environment.put("SIMULATORS_CONTROL_PORT", Integer.toString(ports.control()));
        environment.put("SIMULATORS_WHATSAPP_PORT", Integer.toString(ports.whatsAppGateway()));
        environment.put("SIMULATORS_SMS_PORT", Integer.toString(ports.smsGateway()));
        environment.put("SIMULATORS_SMTP_PORT", Integer.toString(ports.smtp()));
        environment.put("SIMULATORS_WHATSAPP_API_KEY", secrets.of("whatsapp-api-key"));
        environment.put("SIMULATORS_WHATSAPP_WEBHOOK_KEY", secrets.of("whatsapp-webhook-key"));
        environment.put(
                "SIMULATORS_WHATSAPP_WEBHOOK_URL",
                "http://localhost:%d/webhooks/waha/default".formatted(webhookPort()));
        environment.put("SIMULATORS_SMS_API_KEY", secrets.of("sms-api-key"));
        environment.put("SIMULATORS_SMS_WEBHOOK_KEY", secrets.of("sms-webhook-key"));
        if (options.faults() == null) {
            environment.put(
                    "SIMULATORS_SMS_WEBHOOK_URL",
                    "http://localhost:" + ports.of(Service.FALLBACK) + "/webhooks/sms");
        } else {
            // no SMS receipts among faults: doubts about SMS are to be ended by asking
            environment.put("SIMULATORS_CLOCK", options.faults().toString());
        }
        return new ProcessSpec(
                "simulators",
                ChildJvm.command(SimulatorsMain.class, List.of("-Xmx512m")),
                environment,
                data.log("simulators"));
    }

    ProcessSpec identity() {
        return new IdentityProvider(options.root(), data, options.ports()).process();
    }

    /** The first node of a service. */
    ProcessSpec service(Service service) {
        return node(service, service.module(), service.module() + "-1", Map.of());
    }

    /** One more node of a service, on a port of its own. */
    ProcessSpec another(Service service, int port) {
        var name = service.module() + "-" + port;
        return node(
                service,
                name,
                name,
                Map.of(
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        // the first node has the service's own
                        "QUARKUS_MANAGEMENT_PORT",
                        Integer.toString(FreePorts.any())));
    }

    private ProcessSpec node(
            Service service, String name, String node, Map<String, String> different) {
        var command = new ArrayList<>(List.of(ChildJvm.java()));
        command.add("-Xmx256m");
        command.addAll(ChildJvm.QUICK_START);
        command.addAll(agent(service));
        command.addAll(List.of("-jar", service.jar(options.root()).toString()));
        var environment = ServiceEnvironment.of(service, options.ports(), secrets);
        if (options.links() != null) {
            environment.putAll(options.links().environment(service));
        }
        environment.putAll(options.environment().getOrDefault(service, Map.of()));
        environment.putAll(different);
        environment.put("CLINNI_NODE", node);
        return new ProcessSpec(name, command, environment, data.log(name));
    }

    private List<String> agent(Service service) {
        return options.faults() == null
                ? List.of()
                : List.of(FaultAgent.option(data.agent(), service, options.faults()));
    }

    private int webhookPort() {
        return options.links() == null
                ? options.ports().of(Service.WHATSAPP)
                : options.links().webhookPort();
    }
}
