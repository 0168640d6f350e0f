/** What makes a service halt at a chosen place or live at another time. Tests only. */
package com.clinni.testbed.agent;
