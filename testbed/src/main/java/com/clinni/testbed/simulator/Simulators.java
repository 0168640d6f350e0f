package com.clinni.testbed.simulator;

import com.clinni.testbed.simulator.mail.MailSimulator;
import com.clinni.testbed.simulator.sms.SmsSimulator;
import com.clinni.testbed.simulator.whatsapp.WhatsAppSimulator;

/** The simulated channels and their control port, together. */
public record Simulators(
        WhatsAppSimulator whatsApp, SmsSimulator sms, MailSimulator mail, ControlServer control)
        implements AutoCloseable {

    public static Simulators start(SimulatorSettings settings) {
        var whatsApp = new WhatsAppSimulator(settings.whatsAppSettings(), settings.clock());
        var sms =
                new SmsSimulator(
                        settings.host(),
                        settings.smsPort(),
                        settings.directory(),
                        settings.smsApiKey(),
                        settings.smsWebhook(),
                        settings.smsWebhookKey(),
                        settings.clock());
        var mail =
                new MailSimulator(
                        settings.host(),
                        settings.mailPort(),
                        settings.directory(),
                        settings.clock());
        var control =
                new ControlServer(settings.host(), settings.controlPort(), whatsApp, sms, mail);
        return new Simulators(whatsApp, sms, mail, control);
    }

    @Override
    public void close() {
        control.close();
        whatsApp.close();
        sms.close();
        mail.close();
    }
}
