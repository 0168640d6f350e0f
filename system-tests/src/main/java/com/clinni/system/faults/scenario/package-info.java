/** The long run's scenarios. */
package com.clinni.system.faults.scenario;
