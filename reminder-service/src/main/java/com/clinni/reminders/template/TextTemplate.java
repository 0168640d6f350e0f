package com.clinni.reminders.template;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with variables, parsed and checked. Safe to share between threads. */
public final class TextTemplate {

    /**
     * Control characters but the line's end, what turns the direction of reading, what cannot be
     * seen, and halves of characters.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cs}&&[^\\n"
                        + "]]|[\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF]");

    private final List<TemplateLine> lines;

    private TextTemplate(List<TemplateLine> lines) {
        this.lines = lines;
    }

    /** Reads a text that somebody wrote; refuses whatever is not words and known variables. */
    static TextTemplate parse(Kind kind, Part part, String source) throws TemplateFault {
        if (source.length() > part.longest()) {
            throw new TemplateFault(TemplateFault.Code.TOO_LONG, 1, 1);
        }
        if (part.isOneLine() && source.contains("\n")) {
            throw new TemplateFault(TemplateFault.Code.NOT_ONE_LINE, 1, source.indexOf('\n') + 1);
        }
        var lines = new ArrayList<TemplateLine>();
        for (var line : source.split("\n", -1)) {
            var unprintable = UNPRINTABLE.matcher(line);
            if (unprintable.find()) {
                throw new TemplateFault(
                        TemplateFault.Code.UNPRINTABLE, lines.size() + 1, unprintable.start() + 1);
            }
            lines.add(TemplateLine.parse(line, lines.size() + 1, kind.variables()));
        }
        return new TextTemplate(List.copyOf(lines));
    }

    /** What it names. */
    Set<Variable> variables() {
        var named = new LinkedHashSet<Variable>();
        lines.forEach(line -> named.addAll(line.variables()));
        return named;
    }

    /**
     * The text with its values put in, in NFC: each letter is counted, and sent, as one character
     * where there is one for it. Values are never read as templates.
     */
    public String render(VariableValues values) {
        var text =
                lines.stream()
                        .filter(line -> line.isWorthSaying(values))
                        .map(line -> line.render(values))
                        .collect(Collectors.joining("\n"));
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
