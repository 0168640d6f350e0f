/** Simulated channels: modes of failing, and a record of the messages that recipients received. */
package com.clinni.testbed.simulator.channel;
