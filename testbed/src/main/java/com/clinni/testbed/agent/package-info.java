/** A Java agent that halts a service at a chosen place or moves its clock. Tests only. */
package com.clinni.testbed.agent;
