package com.clinni.fallback.sms.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.bean.Command;

/**
 * Reads nothing larger than SMPP can mean. The library makes room for whatever length is announced;
 * the thread that dies of that leaves a session that looks bound and hears nothing more.
 */
final class BoundedPdus extends DefaultPDUReader {

    /** A text of 64 KiB as a parameter, and every other field at its longest. */
    private static final int LARGEST = 72 * 1024;

    @Override
    public Command readPDUHeader(DataInputStream in)
            throws InvalidCommandLengthException, IOException {
        var header = super.readPDUHeader(in);
        if (header.getCommandLength() > LARGEST) {
            throw new InvalidCommandLengthException("a PDU of " + header.getCommandLength());
        }
        return header;
    }
}
