package com.clinni.reminders.authoring;

import com.clinni.platform.database.Database;
import com.clinni.platform.database.Row;
import com.clinni.platform.database.Sql;
import com.clinni.reminders.template.Language;
import com.clinni.reminders.template.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The versions of clinics' templates, as the database keeps them. Rows are added and never changed.
 */
@ApplicationScoped
class SavedTemplates {

    private static final Sql NEWEST = Sql.named("templates/newest");
    private static final Sql VERSION = Sql.named("templates/version");
    private static final Sql HISTORY = Sql.named("templates/history");
    private static final Sql ADD = Sql.named("templates/add");
    private static final Sql NEWEST_VERSIONS = Sql.named("templates/newest-versions");
    private static final Sql BY_VERSION = Sql.named("templates/by-version");

    private final Database database;

    SavedTemplates(Database database) {
        this.database = database;
    }

    Optional<SavedTemplate> newest(TemplateKey key) {
        return database.first(NEWEST, values(key), SavedTemplates::template);
    }

    Optional<SavedTemplate> version(TemplateKey key, int version) {
        var values = values(key);
        values.put("version", version);
        return database.first(VERSION, values, SavedTemplates::template);
    }

    /** The newest versions of each of a clinic's templates, newest first. */
    List<SavedTemplate> history(String clinicId, int most) {
        return database.query(
                HISTORY, Map.of("clinicId", clinicId, "most", most), SavedTemplates::template);
    }

    /** False when somebody else saved that version first. */
    boolean add(SavedTemplate template) {
        var values = values(template.key());
        values.put("version", template.version());
        values.put("whatsapp", template.texts().whatsapp());
        values.put("sms", template.texts().sms());
        values.put("emailSubject", template.texts().emailSubject());
        values.put("emailText", template.texts().emailText());
        values.put("savedAt", template.savedAt());
        values.put("restoredFrom", template.restoredFrom());
        values.put("overriddenBy", template.overriddenBy());
        return database.update(ADD, values) == 1;
    }

    /** The newest version of each of these; who has none is left out. One statement. */
    List<Version> newestVersions(List<TemplateKey> keys) {
        return database.query(
                NEWEST_VERSIONS,
                asked(keys, Function.identity()),
                row -> new Version(key(row), row.integer("version")));
    }

    /** All of these in one statement. */
    List<SavedTemplate> templates(List<Version> versions) {
        var values = new HashMap<String, Object>(asked(versions, Version::key));
        values.put("versions", versions.stream().map(Version::version).toList());
        return database.query(BY_VERSION, values, SavedTemplates::template);
    }

    /** A version of a template: what it says never changes. */
    record Version(TemplateKey key, int version) {}

    private static <T> Map<String, Object> asked(List<T> all, Function<T, TemplateKey> key) {
        var keys = all.stream().map(key).toList();
        return Map.of(
                "clinicIds", keys.stream().map(TemplateKey::clinicId).toList(),
                "kinds", keys.stream().map(TemplateKey::kind).toList(),
                "languages", keys.stream().map(each -> each.language().code()).toList());
    }

    private static Map<String, Object> values(TemplateKey key) {
        var values = new HashMap<String, Object>();
        values.put("clinicId", key.clinicId());
        values.put("kind", key.kind());
        values.put("language", key.language().code());
        return values;
    }

    private static TemplateKey key(Row row) throws SQLException {
        return new TemplateKey(
                row.text("clinic_id"),
                row.text("kind"),
                Language.of(row.text("language")).orElseThrow());
    }

    private static SavedTemplate template(Row row) throws SQLException {
        return new SavedTemplate(
                key(row),
                row.integer("version"),
                new Texts(
                        row.text("whatsapp"),
                        row.text("sms"),
                        row.text("email_subject"),
                        row.text("email_text")),
                row.instant("saved_at"),
                row.value("restored_from", Integer.class),
                row.text("override_by"));
    }
}
