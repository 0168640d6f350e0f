package com.clinni.testbed.client;

import com.clinni.testbed.run.Ports;
import com.clinni.testbed.run.RunArguments;
import com.clinni.testbed.run.StartFailure;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code make token}: prints a token of the local identity provider, and nothing else. */
public final class TokenMain {

    private static final String ROLE = "--role=";
    private static final String CLINIC = "--clinic=";
    private static final String PORT_BASE = "--port-base=";
    private static final String RECEPTION = "centro";
    private static final String MACHINE = "servicio";
    private static final List<String> ROLES =
            List.of("consulta", "soporte", "responsable", RECEPTION, MACHINE);

    private TokenMain() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(token(List.of(arguments)));
        } catch (StartFailure | IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static String token(List<String> arguments) {
        var role = value(ROLE, arguments);
        if (role == null || !ROLES.contains(role)) {
            throw new IllegalArgumentException(
                    "ROLE must be one of %s: make token ROLE=soporte."
                            .formatted(String.join(", ", ROLES)));
        }
        var clinic = clinic(role, value(CLINIC, arguments));
        var base = value(PORT_BASE, arguments);
        var ports = base == null ? Ports.usual() : RunArguments.parse(PORT_BASE + base).ports();
        try {
            return new AccessTokens(ports.identity(), role, clinic).current();
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(
                    "No system runs on this machine with PORT_BASE=%d: make run starts it."
                            .formatted(ports.base()));
        }
    }

    private static @Nullable String clinic(String role, @Nullable String asked) {
        if (asked == null && role.equals(RECEPTION)) {
            System.err.println("This token is for no clinic: make token ROLE=centro CLINIC=prado.");
        }
        return asked == null && role.equals(MACHINE) ? "*" : asked;
    }

    private static @Nullable String value(String name, List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
