package com.clinni.reminders.template;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The kinds of messages and the house's texts for them, read and checked when it starts. */
@Startup
@ApplicationScoped
public class DefaultTemplates {

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Map<Language, HouseTexts>> texts = new LinkedHashMap<>();

    /** Reads all texts; refuses to be made when one is missing or broken. */
    public DefaultTemplates() {
        this(ResourceText.read("/templates/kinds.txt").strip().split("\n"));
    }

    private DefaultTemplates(String... names) {
        for (var name : names) {
            var kind = Kind.read(name);
            var ofKind = new EnumMap<Language, HouseTexts>(Language.class);
            for (var language : Language.values()) {
                ofKind.put(language, read(kind, language));
            }
            kinds.put(name, kind);
            texts.put(name, ofKind);
        }
    }

    /** The same for kinds whose files are there, listed or not. */
    public static DefaultTemplates ofKinds(String... names) {
        return new DefaultTemplates(names);
    }

    /** Every kind there is. */
    public List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    /** The kind of that name. */
    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** The house's texts; the kind must exist. */
    public HouseTexts of(String kind, Language language) {
        var ofKind = texts.getOrDefault(kind, Map.of());
        return Objects.requireNonNull(ofKind.get(language), () -> "no kind is called " + kind);
    }

    /** The house keeps the rules that it makes for clinics, warnings included. */
    static HouseTexts read(Kind kind, Language language) {
        var folder = "/templates/%s/%s/".formatted(kind.name(), language.code());
        var written =
                new Texts(
                        text(folder, Part.WHATSAPP),
                        text(folder, Part.SMS),
                        text(folder, Part.EMAIL_SUBJECT),
                        text(folder, Part.EMAIL_TEXT));
        var found = Linter.check(kind, written, false);
        if (!found.refusals().isEmpty() || !found.warnings().isEmpty()) {
            throw new IllegalStateException(
                    "The texts in %s are broken: %s".formatted(folder, found));
        }
        var closing = ResourceText.read(folder + "whatsapp-closing.txt").stripTrailing();
        try {
            return new HouseTexts(
                    written,
                    closing,
                    MessageTemplates.parse(kind, written, closing(kind, closing)));
        } catch (TemplateFault e) {
            throw new IllegalStateException("The closing line in " + folder + " is broken.", e);
        }
    }

    private static TextTemplate closing(Kind kind, String source) throws TemplateFault {
        var closing = TextTemplate.parse(kind, Part.WHATSAPP, source);
        if (!closing.variables().equals(Set.of(Variable.CLINIC, Variable.PHONE))) {
            throw new TemplateFault(TemplateFault.Code.VARIABLE_MISSING, 1, 1);
        }
        return closing;
    }

    private static String text(String folder, Part part) {
        return ResourceText.read(folder + part.file() + ".txt").stripTrailing();
    }
}
