/** An SMS provider behind HTTP, with an account that can run out, and the phones behind it. */
package com.clinni.testbed.simulator.sms;
