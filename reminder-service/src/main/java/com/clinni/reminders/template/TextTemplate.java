package com.clinni.reminders.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with variables, parsed and found harmless. Safe to share between threads. */
public final class TextTemplate {

    private static final int LONGEST = 1_000;

    /** Control characters but the line's end, and what turns the direction of reading. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cc}&&[^\\n]]|[\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

    private final List<TemplateLine> lines;

    private TextTemplate(List<TemplateLine> lines) {
        this.lines = lines;
    }

    /** Reads a text that somebody wrote; refuses whatever is not words and known variables. */
    public static TextTemplate parse(String source) throws TemplateFault {
        if (source.length() > LONGEST) {
            throw new TemplateFault(TemplateFault.Code.TOO_LONG, 1, 1);
        }
        var lines = new ArrayList<TemplateLine>();
        for (var line : source.split("\n", -1)) {
            var unprintable = UNPRINTABLE.matcher(line);
            if (unprintable.find()) {
                throw new TemplateFault(
                        TemplateFault.Code.UNPRINTABLE, lines.size() + 1, unprintable.start() + 1);
            }
            lines.add(TemplateLine.parse(line, lines.size() + 1));
        }
        return new TextTemplate(List.copyOf(lines));
    }

    /** Refuses a text that does not name all of these. */
    TextTemplate naming(Set<Variable> required) throws TemplateFault {
        var named = EnumSet.noneOf(Variable.class);
        lines.forEach(line -> named.addAll(line.variables()));
        if (!named.containsAll(required)) {
            throw new TemplateFault(TemplateFault.Code.VARIABLE_MISSING, lines.size(), 1);
        }
        return this;
    }

    /** The text with its values put in; values are never read as templates. */
    public String render(Values values) {
        return lines.stream()
                .filter(line -> line.isWorthSaying(values))
                .map(line -> line.render(values))
                .collect(Collectors.joining("\n"));
    }
}
