package com.clinni.testbed.simulator.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** A mail client that speaks line by line. */
final class SmtpDialogue implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    SmtpDialogue(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        answers.readLine();
    }

    /** The answer's last line, or null when the connection is gone. */
    String say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        var answer = answers.readLine();
        while (answer != null && answer.length() > 3 && answer.charAt(3) == '-') {
            answer = answers.readLine();
        }
        return answer;
    }

    /** The answer to RCPT or, where that was fine, to the mail itself. */
    String send(String to, String mail) throws IOException {
        say("EHLO test");
        say("MAIL FROM:<recordatorios@example.com>");
        var recipient = say("RCPT TO:<" + to + ">");
        if (!recipient.startsWith("250")) {
            return recipient;
        }
        say("DATA");
        return say(mail.replace("\n", "\r\n") + "\r\n.");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
