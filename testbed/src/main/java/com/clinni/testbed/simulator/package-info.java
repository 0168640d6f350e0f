/**
 * Simulators of the WhatsApp gateway, the SMS provider and the mail server. They record what
 * recipients received, and fail on demand.
 */
package com.clinni.testbed.simulator;
