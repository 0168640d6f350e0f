package com.clinni.testbed.run;

import java.nio.file.Path;

/**
 * What {@code make run} may be told.
 *
 * @param partsOnly without the four services: for trying the parts round them
 */
public record RunArguments(Path data, Ports ports, boolean partsOnly) {

    private static final String DATA = "--data=";
    private static final String PORT_BASE = "--port-base=";
    private static final String PARTS_ONLY = "--without-services";

    public static RunArguments parse(String... arguments) {
        var parsed = new RunArguments(Path.of("data"), Ports.usual(), false);
        for (var argument : arguments) {
            parsed = parsed.with(argument);
        }
        return parsed;
    }

    private RunArguments with(String argument) {
        if (argument.startsWith(DATA) && argument.length() > DATA.length()) {
            return new RunArguments(Path.of(argument.substring(DATA.length())), ports, partsOnly);
        }
        if (argument.startsWith(PORT_BASE)) {
            return new RunArguments(data, base(argument.substring(PORT_BASE.length())), partsOnly);
        }
        if (argument.equals(PARTS_ONLY)) {
            return new RunArguments(data, ports, true);
        }
        throw new CannotStart(
                "%s is not understood: there are DATA=dir and PORT_BASE=number."
                        .formatted(argument));
    }

    private static Ports base(String number) {
        try {
            return new Ports(Integer.parseInt(number));
        } catch (NumberFormatException e) {
            throw new CannotStart("PORT_BASE must be a number, such as 18080.");
        }
    }
}
