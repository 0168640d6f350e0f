/**
 * What all simulated channels share: modes of failing, and a record of what recipients received.
 */
package com.clinni.testbed.simulator.channel;
