/** What an SMS is to the phone network: letters it carries cheaply, and parts that are billed. */
package com.clinni.reminders.sms;
