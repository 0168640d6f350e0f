/** What gateways tell us by webhook. */
package com.clinni.whatsapp.inbound;
