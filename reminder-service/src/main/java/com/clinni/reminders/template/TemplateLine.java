package com.clinni.reminders.template;

import io.quarkus.qute.Expression;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A line of a text: words and variables only. */
final class TemplateLine {

    private static final Pattern BRACE = Pattern.compile("[{}]");

    /** An escaped brace, or one that opens something else than a word. */
    private static final Pattern SUSPICIOUS = Pattern.compile("\\\\[{}]|\\{(?![a-z]+})");

    private static final Pattern GAP_AND_WHAT_LED_TO_IT =
            Pattern.compile("^" + VariableValues.GAP + ",? *|,? *" + VariableValues.GAP);

    private final Template template;
    private final Set<Variable> variables = new LinkedHashSet<>();

    private TemplateLine(Template template) {
        this.template = template;
    }

    /**
     * Whatever Qute makes of a line must read, put together again, exactly as the line was written:
     * so nothing can hide in comments, escapes, declarations or unparsed blocks.
     */
    static TemplateLine parse(String source, int number, Set<Variable> known) throws TemplateFault {
        try {
            var line = new TemplateLine(RestrictedEngine.parse(source));
            var readBack = new StringBuilder();
            for (var node : line.template.getNodes()) {
                readBack.append(line.admit(node, number, readBack.length() + 1, known));
            }
            if (!readBack.toString().equals(source)) {
                throw notAVariable(source, number);
            }
            return line;
        } catch (TemplateException e) {
            throw notAVariable(source, number);
        }
    }

    /** Qute tells the end of what it did not like, or nothing; people want its beginning. */
    private static TemplateFault notAVariable(String source, int number) {
        var suspicious = SUSPICIOUS.matcher(source);
        return new TemplateFault(
                TemplateFault.Code.NOT_A_VARIABLE,
                number,
                suspicious.find() ? suspicious.start() + 1 : 1);
    }

    private String admit(TemplateNode node, int number, int column, Set<Variable> known)
            throws TemplateFault {
        return switch (node.kind()) {
            case TEXT -> {
                var text = node.asText().getValue();
                var brace = BRACE.matcher(text);
                if (brace.find()) {
                    throw new TemplateFault(
                            TemplateFault.Code.NOT_A_VARIABLE, number, column + brace.start());
                }
                yield text;
            }
            case EXPRESSION -> {
                var expressions = node.getExpressions();
                if (expressions.size() != 1 || !isOneWord(expressions.getFirst())) {
                    throw new TemplateFault(TemplateFault.Code.NOT_A_VARIABLE, number, column);
                }
                var word = expressions.getFirst().getParts().getFirst().getName();
                var variable = known.stream().filter(v -> v.word().equals(word)).findFirst();
                if (variable.isEmpty()) {
                    throw new TemplateFault(TemplateFault.Code.UNKNOWN_VARIABLE, number, column);
                }
                variables.add(variable.get());
                yield "{" + word + "}";
            }
            default -> throw new TemplateFault(TemplateFault.Code.NOT_A_VARIABLE, number, column);
        };
    }

    private static boolean isOneWord(Expression expression) {
        return !expression.hasNamespace()
                && !expression.isLiteral()
                && expression.getParts().size() == 1
                && !expression.getParts().getFirst().isVirtualMethod();
    }

    Set<Variable> variables() {
        return variables;
    }

    /** A line that had only an empty address to give says nothing any more. */
    boolean isWorthSaying(VariableValues values) {
        return variables.stream().noneMatch(Variable::takesItsLine)
                || variables.stream().anyMatch(values::has);
    }

    String render(VariableValues values) {
        return GAP_AND_WHAT_LED_TO_IT
                .matcher(template.instance().data(values).render())
                .replaceAll("");
    }
}
