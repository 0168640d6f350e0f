/** What is asked of the system, and what the harness itself knows to be due. */
package com.clinni.faultharness.load;
