/** The long run's scenarios. */
package com.clinni.faultharness.scenario;
