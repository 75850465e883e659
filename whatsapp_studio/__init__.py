"""WhatsApp Studio: journeys and campaigns through Meta's Cloud API, from one desktop."""
