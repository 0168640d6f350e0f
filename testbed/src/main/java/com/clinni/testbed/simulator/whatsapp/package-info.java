/** A WhatsApp gateway that answers as WAHA does, and the phones behind it. */
package com.clinni.testbed.simulator.whatsapp;
