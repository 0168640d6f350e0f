/** What all services do alike, checked from outside by the same code against each of them. */
package com.clinni.testbed.conformance;
