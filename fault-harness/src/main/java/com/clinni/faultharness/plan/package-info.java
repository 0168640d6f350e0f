/** What is done to the system, as a list that a seed decides. */
package com.clinni.faultharness.plan;
