/** A mail server that fails on demand, and the mailboxes behind it. */
package com.clinni.testbed.simulator.mail;
