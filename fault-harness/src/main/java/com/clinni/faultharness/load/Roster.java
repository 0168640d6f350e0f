package com.clinni.faultharness.load;

import com.clinni.testbed.simulator.whatsapp.SimulatedContact;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The patients of one running system, each with a number and an address of its own. The gateway has
 * to be told beforehand who is not on WhatsApp, and whom it is to fail at.
 */
public final class Roster {

    /** Where canaries go: nobody's in particular. */
    public static final String OUR_OWN = "+34699000001";

    private static final int NOT_ON_WHATSAPP = 600;
    private static final int FAILING = 300;
    private static final int REFUSED_LATER = 300;
    private static final String MOBILE = "+34600";

    private static final List<String> FAILURES =
            List.of(
                    "no LID found for the recipient",
                    "Lid is missing in chat table",
                    "Cannot read properties of undefined (reading 'markedUnread')");

    private final AtomicInteger next = new AtomicInteger(1);
    private final AtomicInteger nextNotOnWhatsApp = new AtomicInteger();
    private final AtomicInteger nextFailing = new AtomicInteger();
    private final AtomicInteger nextRefusedLater = new AtomicInteger();

    Patient patient(Reachability reach) {
        var n = next.getAndIncrement();
        return switch (reach) {
            case EVERYWHERE -> person(n, mobile(n), email(n));
            case NOT_ON_WHATSAPP -> person(n, notOnWhatsApp(n), email(n));
            case GATEWAY_FAILS -> person(n, failing(n), email(n));
            case REFUSED_LATER -> person(n, refusedLater(n), email(n));
            case LANDLINE -> person(n, "+34910%06d".formatted(n), email(n));
            case WITHOUT_EMAIL -> person(n, mobile(n), null);
            case BY_SMS_ONLY -> person(n, notOnWhatsApp(n), null);
            case WITHOUT_PHONE -> person(n, null, email(n));
        };
    }

    /** The numbers that no gateway will find on WhatsApp. */
    public static List<String> notOnWhatsApp() {
        return IntStream.range(0, NOT_ON_WHATSAPP).mapToObj(Roster::withoutWhatsApp).toList();
    }

    /** The numbers that every gateway fails at, one in each of the wordings there are. */
    public static List<SimulatedContact> failing() {
        return IntStream.range(0, FAILING)
                .mapToObj(k -> SimulatedContact.failing(failingNumber(k), words(k)))
                .toList();
    }

    /** The numbers whose messages the gateway accepts, and WhatsApp refuses afterwards. */
    public static List<String> refusedLater() {
        return IntStream.range(0, REFUSED_LATER).mapToObj(Roster::refused).toList();
    }

    /** Whether WhatsApp reaches this patient when it works. */
    public static boolean isOnWhatsApp(Patient patient) {
        var phone = patient.phone();
        return phone != null
                && phone.startsWith(MOBILE)
                && !notOnWhatsApp().contains(phone)
                && !isFailing(phone)
                && !refusedLater().contains(phone);
    }

    private static boolean isFailing(String phone) {
        return phone.startsWith(MOBILE + "997")
                && IntStream.range(0, FAILING).anyMatch(k -> failingNumber(k).equals(phone));
    }

    private static String words(int k) {
        return FAILURES.get(k % FAILURES.size());
    }

    private static Patient person(int n, @Nullable String phone, @Nullable String email) {
        return new Patient("patient-" + n, Patient.NAME, phone, email);
    }

    /** When the numbers are used up, the rest of the run's people have WhatsApp. */
    private String notOnWhatsApp(int n) {
        var k = nextNotOnWhatsApp.getAndIncrement();
        return k < NOT_ON_WHATSAPP ? withoutWhatsApp(k) : mobile(n);
    }

    /** When these are used up, the rest of the run's people have no trouble. */
    private String failing(int n) {
        var k = nextFailing.getAndIncrement();
        return k < FAILING ? failingNumber(k) : mobile(n);
    }

    private static String failingNumber(int k) {
        return (MOBILE + "997%03d").formatted(k);
    }

    private String refusedLater(int n) {
        var k = nextRefusedLater.getAndIncrement();
        return k < REFUSED_LATER ? refused(k) : mobile(n);
    }

    private static String refused(int k) {
        return (MOBILE + "998%03d").formatted(k);
    }

    private static String withoutWhatsApp(int k) {
        return (MOBILE + "999%03d").formatted(k);
    }

    private static String mobile(int n) {
        return (MOBILE + "%06d").formatted(n);
    }

    private static String email(int n) {
        return "patient.%d@example.com".formatted(n);
    }
}
