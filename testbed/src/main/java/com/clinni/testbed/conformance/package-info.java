/** What every service promises in the same way, asked of a running one from outside. */
package com.clinni.testbed.conformance;
