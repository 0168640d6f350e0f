package com.clinni.reminders.authoring;

import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The templates of a clinic with their history, and the house's where it has none. */
@ApplicationScoped
class TemplateList {

    private static final int MOST_VERSIONS = 50;

    private final SavedTemplates rows;
    private final DefaultTemplates house;

    TemplateList(SavedTemplates rows, DefaultTemplates house) {
        this.rows = rows;
        this.house = house;
    }

    List<TemplateAnswer> of(String clinicId) {
        var saved =
                rows.history(clinicId, MOST_VERSIONS).stream()
                        .collect(Collectors.groupingBy(SavedTemplate::key));
        return house.kinds().stream()
                .flatMap(
                        kind ->
                                Stream.of(Language.values())
                                        .map(lang -> new TemplateKey(clinicId, kind.name(), lang)))
                .map(key -> answer(key, saved))
                .toList();
    }

    private TemplateAnswer answer(TemplateKey key, Map<TemplateKey, List<SavedTemplate>> saved) {
        var ofHouse = house.of(key.kind(), key.language());
        var versions = saved.getOrDefault(key, List.of());
        var inForce =
                versions.isEmpty()
                        ? SavedTemplate.house(key, ofHouse.texts())
                        : versions.getFirst();
        return TemplateAnswer.of(
                inForce,
                ofHouse.closing(),
                null,
                versions.stream().map(each -> TemplateAnswer.of(each, null, null, null)).toList());
    }
}
