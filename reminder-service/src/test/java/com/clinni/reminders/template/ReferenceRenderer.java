package com.clinni.reminders.template;

import java.util.ArrayList;
import java.util.Map;

/** The same rules, written once more in the plainest way, without any engine. */
final class ReferenceRenderer {

    private ReferenceRenderer() {}

    static String render(String source, Map<Variable, String> texts) {
        var lines = new ArrayList<String>();
        for (var line : source.split("\n", -1)) {
            var addressIsEmpty =
                    texts.get(Variable.ADDRESS).isBlank() && line.contains("{address}");
            var saysSomething = false;
            for (var variable : Variable.values()) {
                saysSomething |= line.contains(braced(variable)) && !texts.get(variable).isBlank();
            }
            if (!addressIsEmpty || saysSomething) {
                lines.add(fill(line, texts));
            }
        }
        return String.join("\n", lines);
    }

    private static String fill(String line, Map<Variable, String> texts) {
        var out = "";
        var rest = line;
        while (!rest.isEmpty()) {
            var found = firstIn(rest);
            if (found == null) {
                out += rest.charAt(0);
                rest = rest.substring(1);
                continue;
            }
            rest = rest.substring(braced(found).length());
            if (!texts.get(found).isBlank()) {
                out += texts.get(found);
            } else if (out.isEmpty()) {
                rest = rest.replaceFirst("^,? *", "");
            } else {
                out = out.replaceFirst(",? *$", "");
            }
        }
        return out;
    }

    private static Variable firstIn(String rest) {
        for (var variable : Variable.values()) {
            if (rest.startsWith(braced(variable))) {
                return variable;
            }
        }
        return null;
    }

    private static String braced(Variable variable) {
        return "{" + variable.word() + "}";
    }
}
