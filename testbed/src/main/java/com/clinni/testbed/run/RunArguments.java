package com.clinni.testbed.run;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * The arguments of {@code make run}.
 *
 * @param services which are started; one that is left out runs from its sources, or not at all
 */
public record RunArguments(Path data, Ports ports, Set<Service> services) {

    private static final String DATA = "--data=";
    private static final String PORT_BASE = "--port-base=";
    private static final String WITHOUT = "--without=";
    private static final String PARTS_ONLY = "--without-services";

    public static RunArguments parse(String... arguments) {
        var parsed = new RunArguments(Path.of("data"), Ports.usual(), EnumSet.allOf(Service.class));
        for (var argument : arguments) {
            parsed = parsed.with(argument);
        }
        return parsed;
    }

    /** The services that are not started. */
    Set<Service> leftOut() {
        var others = EnumSet.allOf(Service.class);
        others.removeAll(services);
        return others;
    }

    private RunArguments with(String argument) {
        if (argument.startsWith(DATA) && argument.length() > DATA.length()) {
            return new RunArguments(Path.of(argument.substring(DATA.length())), ports, services);
        }
        if (argument.startsWith(PORT_BASE)) {
            return new RunArguments(data, base(argument.substring(PORT_BASE.length())), services);
        }
        if (argument.startsWith(WITHOUT)) {
            return new RunArguments(data, ports, without(argument.substring(WITHOUT.length())));
        }
        if (argument.equals(PARTS_ONLY)) {
            return new RunArguments(data, ports, EnumSet.noneOf(Service.class));
        }
        throw new StartFailure(
                "%s is not understood: there are DATA=dir, PORT_BASE=number and WITHOUT=service."
                        .formatted(argument));
    }

    private Set<Service> without(String module) {
        try {
            var fewer = EnumSet.copyOf(services);
            fewer.remove(Service.named(module));
            return fewer;
        } catch (IllegalArgumentException e) {
            throw new StartFailure("WITHOUT must be a service, such as reminder-service.");
        }
    }

    private static Ports base(String number) {
        try {
            return new Ports(Integer.parseInt(number));
        } catch (NumberFormatException e) {
            throw new StartFailure("PORT_BASE must be a number, such as 18080.");
        }
    }
}
