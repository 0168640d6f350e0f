/** Time that obeys tests. */
package com.clinni.testbed.clock;
