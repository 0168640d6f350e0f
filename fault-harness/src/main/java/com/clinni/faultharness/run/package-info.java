/** Plays faults on a running system: the short run, and the long one that may take several goes. */
package com.clinni.faultharness.run;
