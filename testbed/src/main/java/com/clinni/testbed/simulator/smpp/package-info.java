/** An SMS provider that speaks SMPP, and the phones behind it. */
package com.clinni.testbed.simulator.smpp;
