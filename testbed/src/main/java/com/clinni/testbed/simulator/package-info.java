/**
 * What stands outside our services: a WhatsApp gateway, an SMS provider and a mail server that keep
 * a record of what recipients received and fail on demand.
 */
package com.clinni.testbed.simulator;
