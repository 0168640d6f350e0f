/** The whole system on one machine: every part a process of its own, watched over by one. */
package com.clinni.testbed.run;
