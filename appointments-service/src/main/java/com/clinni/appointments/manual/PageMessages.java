package com.clinni.appointments.manual;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of the pages for people, in Spanish and English. They stand in {@code messages/}, and
 * none stands here, so that a text that is missing in one language fails the build.
 */
@MessageBundle(locale = "es")
public interface PageMessages {

    @Message
    String signOut();

    @Message
    String signedIn();

    @Message
    String signedOut();

    @Message
    String sessionEnding();

    @Message
    String goOn();

    @Message
    String sessionEnded();

    @Message
    String signInAgain();

    @Message
    String before();

    @Message
    String after();

    @Message
    String nobody();

    @Message
    String timesAreOf();

    @Message
    String time();

    @Message
    String patient();

    @Message
    String phone();

    @Message
    String reminder();

    @Message
    String byHand();

    @Message
    String open();

    @Message
    String sent();

    @Message
    String wasItSent();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String noReminder();

    @Message
    String sentByHand();

    @Message
    String noNumber();

    @Message
    String notMobile();

    @Message
    String optedOut();

    @Message
    String over();

    @Message
    String alreadySent();

    @Message
    String cancelled();

    @Message
    String wroteStop();

    @Message
    String askAgainTitle();

    @Message
    String askAgain();

    @Message
    String openAllTheSame();

    @Message
    String sendsNothing();

    @Message
    String knowsOfCancellation();

    @Message
    String mayKnowOfCancellation();

    @Message
    String isToldOfCancellation();

    @Message
    String doesNotKnowOfCancellation();

    @Message
    String more();

    @Message
    String patientsWrote();

    @Message
    String wrote();

    @Message
    String edited();

    @Message
    String ambiguous();

    @Message
    String aboutNoVisit();

    @Message
    String done();

    @Message
    String saidSentAlready();

    @Message
    String saidNothingOpen();

    @Message
    String saidChangedSince();

    @Message
    String refusedUnknownAppointment();

    @Message
    String refusedCancelled();

    @Message
    String refusedInThePast();

    @Message
    String refusedAlreadySent();

    @Message
    String refusedChangedSince();

    @Message
    String refusedOptedOut();

    @Message
    String refusedNoAddress();

    @Message
    String refusedNotMobile();

    @Message
    String refusedPhoneInvalid();

    @Message
    String refusedTemplateDataMissing();

    @Message
    String refusedTooLong();

    @Message
    String refusedTextsUnavailable();

    @Message
    String refusedOther();

    @Message
    String refusedUnknownClinic();

    @Message
    String refusedNoSuchDate();

    @Message
    String refusedOtherOrigin();

    @Message
    String refusedNotUnderstood();
}
