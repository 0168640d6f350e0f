package com.clinni.appointments.clinic;

import com.clinni.appointments.FieldFault;
import com.clinni.appointments.FieldWarning;
import com.clinni.appointments.NameCheck;
import com.clinni.appointments.StorableText;
import com.clinni.appointments.clinic.ClinicBody.QuietHoursBody;
import com.clinni.events.Fallback;
import com.clinni.events.QuietHours;
import com.clinni.events.SmsAccents;
import java.text.Normalizer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what the API was given into a clinic, or says what is wrong with it. */
final class ClinicReading {

    static final Set<String> LANGUAGES = Set.of("es", "ca", "gl", "eu", "en");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 40;
    private static final int MOST_RULES = 5;
    private static final int MOST_SEGMENTS = 10;
    private static final int DEFAULT_SEGMENTS = 3;
    private static final Duration LONGEST_FALLBACK_AFTER = Duration.ofDays(7);
    private static final List<RuleBody> DEFAULT_RULES =
            List.of(new RuleBody(Duration.ofHours(24), null, null, null));

    /** Regions of the time zone database; fixed offsets and abbreviations have no summer. */
    private static final Pattern ZONE = Pattern.compile("[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+|UTC");

    private ClinicReading() {}

    static boolean isZone(String zone) {
        return ZONE.matcher(zone).matches() && ZoneId.getAvailableZoneIds().contains(zone);
    }

    static Optional<FieldFault> fault(String clinicId, ClinicBody body) {
        var rules = or(body.reminders(), DEFAULT_RULES);
        return first(
                List.of(
                        () -> check(StorableText.isId(clinicId), FieldFault.invalid("clinicId")),
                        () -> check(isFilled(body.name()), FieldFault.required("name")),
                        () -> text(body.name(), LONGEST_NAME, "name"),
                        () -> text(body.phone(), LONGEST_PHONE, "phone"),
                        () -> text(body.address(), LONGEST_NAME, "address"),
                        () -> check(isZone(or(body.zone(), "UTC")), FieldFault.invalid("zone")),
                        () ->
                                check(
                                        LANGUAGES.contains(or(body.language(), "es")),
                                        FieldFault.invalid("language")),
                        () ->
                                check(
                                        channelOf(body) != ClinicChannel.WHATSAPP
                                                || body.account() == ClinicAccount.PRO,
                                        new FieldFault("WHATSAPP_NEEDS_PRO", "channel")),
                        () ->
                                check(
                                        channelOf(body) == ClinicChannel.NONE
                                                || isFilled(body.phone()),
                                        FieldFault.required("phone")),
                        () -> check(rules.size() <= MOST_RULES, FieldFault.tooLong("reminders")),
                        () -> ruleFault(rules),
                        () ->
                                check(
                                        isDuration(or(body.fallbackAfter(), Duration.ZERO)),
                                        FieldFault.invalid("fallbackAfter")),
                        () -> quietFault(body.quietHours()),
                        () ->
                                check(
                                        isAllowance(or(body.smsMaxSegments(), DEFAULT_SEGMENTS)),
                                        FieldFault.invalid("smsMaxSegments"))));
    }

    /** Warnings about a clinic's name and address, which stand in its messages. */
    static List<FieldWarning> warnings(Clinic clinic) {
        return Stream.concat(
                        NameCheck.warnings(clinic.name(), "name").stream(),
                        NameCheck.warnings(clinic.address(), "address").stream())
                .toList();
    }

    static Clinic clinic(String clinicId, ClinicBody body) {
        return new Clinic(
                clinicId,
                composed(or(body.name(), "")),
                stripped(body.phone()),
                stripped(body.address()),
                ZoneId.of(or(body.zone(), "Europe/Madrid")),
                or(body.language(), "es"),
                or(body.account(), ClinicAccount.BASIC),
                channelOf(body),
                or(body.reminders(), DEFAULT_RULES).stream().map(RuleBody::rule).toList(),
                or(body.fallback(), Fallback.NONE),
                or(body.fallbackAfter(), Duration.ofMinutes(15)),
                quietHours(body.quietHours()),
                or(body.manualSending(), ManualSending.AUTO),
                or(body.smsAccents(), SmsAccents.KEEP),
                or(body.corrections(), CorrectionPolicy.ALL),
                or(body.smsMaxSegments(), DEFAULT_SEGMENTS));
    }

    private static ClinicChannel channelOf(ClinicBody body) {
        return or(body.channel(), ClinicChannel.EMAIL);
    }

    private static Optional<FieldFault> ruleFault(List<RuleBody> rules) {
        var fault =
                IntStream.range(0, rules.size())
                        .mapToObj(i -> oneRuleFault(rules.get(i), "reminders[" + i + "]"))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (fault.isPresent()) {
            return fault;
        }
        var keys = new HashSet<String>();
        return check(
                rules.stream().allMatch(rule -> keys.add(rule.rule().key())),
                new FieldFault("REPEATED", "reminders"));
    }

    private static Optional<FieldFault> oneRuleFault(@Nullable RuleBody rule, String field) {
        return rule == null ? Optional.of(FieldFault.required(field)) : rule.fault(field);
    }

    private static Optional<FieldFault> quietFault(@Nullable QuietHoursBody quiet) {
        return check(
                quiet == null || (quiet.from() != null && quiet.to() != null),
                FieldFault.required("quietHours"));
    }

    private static @Nullable QuietHours quietHours(@Nullable QuietHoursBody body) {
        var from = body == null ? null : body.from();
        var to = body == null ? null : body.to();
        return from == null || to == null ? null : new QuietHours(from, to);
    }

    private static boolean isAllowance(int segments) {
        return segments >= 1 && segments <= MOST_SEGMENTS;
    }

    private static boolean isDuration(Duration wait) {
        return !wait.isNegative() && wait.compareTo(LONGEST_FALLBACK_AFTER) <= 0;
    }

    private static Optional<FieldFault> text(@Nullable String text, int longest, String field) {
        if (!StorableText.is(text)) {
            return Optional.of(FieldFault.invalid(field));
        }
        return text != null && text.length() > longest
                ? Optional.of(FieldFault.tooLong(field))
                : NameCheck.fault(text, field);
    }

    private static Optional<FieldFault> check(boolean holds, FieldFault fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }

    private static Optional<FieldFault> first(List<Supplier<Optional<FieldFault>>> checks) {
        return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : composed(text);
    }

    /** Each letter and its accent as one character, which is how they are counted. */
    private static String composed(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
